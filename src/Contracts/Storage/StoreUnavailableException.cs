namespace Dispatch.Contracts;

/// <summary>The store cannot take a commit now: it is away, or its bounded queue is full. Nothing was stored; try again shortly.</summary>
[GenerateSerializer, Alias("store-unavailable")]
public sealed class StoreUnavailableException : Exception
{
    /// <summary>With a sentence that says why.</summary>
    public StoreUnavailableException(string message) : base(message)
    {
    }

    /// <summary>With the fault behind it.</summary>
    public StoreUnavailableException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>With nothing to say.</summary>
    public StoreUnavailableException()
    {
    }
}
