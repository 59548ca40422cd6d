namespace Dispatch.TestKit.Browsers;

/// <summary>No Chromium is here and none can be brought; the message says how to get one.</summary>
public sealed class ChromiumMissingException(string message, Exception? cause = null) : Exception(message, cause);
