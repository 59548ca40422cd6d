namespace Dispatch.Hub.Live;

internal sealed partial class StreetFollower
{
    [LoggerMessage(LogLevel.Information, "Street {Street} is followed from change {At} of epoch {Epoch} with {Rows} open cases.")]
    private partial void LogFollowed(string street, long at, string epoch, int rows);

    [LoggerMessage(LogLevel.Warning, "The feed of street {Street} cannot be reached; boards get nothing, not even signs of life, until it can.")]
    private partial void LogUnreachable(string street, Exception exception);

    [LoggerMessage(LogLevel.Information, "The feed of street {Street} is reached again.")]
    private partial void LogReached(string street);
}
