namespace Dispatch.TestKit.Postgres;

/// <summary>No PostgreSQL is named and none can be brought; the message says how to get one.</summary>
public sealed class PostgresMissingException(string message, Exception? cause = null) : Exception(message, cause);
