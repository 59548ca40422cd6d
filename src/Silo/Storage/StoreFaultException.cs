namespace Dispatch.Silo.Storage;

/// <summary>The store cannot be used as it is: damaged, foreign, of another version, or in use. The message is one sentence for people.</summary>
public sealed class StoreFaultException : Exception
{
    /// <summary>With the sentence.</summary>
    public StoreFaultException(string message) : base(message)
    {
    }

    /// <summary>With the sentence and what the driver said.</summary>
    public StoreFaultException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>With nothing to say.</summary>
    public StoreFaultException()
    {
    }
}
