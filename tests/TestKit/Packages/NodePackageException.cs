namespace Dispatch.TestKit.Packages;

/// <summary>An npm package could not be had; the message says which step failed and why.</summary>
internal sealed class NodePackageException(string message, Exception? cause = null) : Exception(message, cause);
