namespace Dispatch.Silo;

/// <summary>
/// Something that an operator must change before Dispatch starts: a wrong setting, a corrupt file, a store in another shape. The
/// message is one sentence for the terminal, which ends the process with code 1; a stack trace would help nobody.
/// </summary>
public sealed class StartFaultException : Exception
{
    /// <summary>With the sentence to show.</summary>
    public StartFaultException(string message) : base(message)
    {
    }

    /// <summary>With the fault behind it, for logs.</summary>
    public StartFaultException(string message, Exception inner) : base(message, inner)
    {
    }
}
