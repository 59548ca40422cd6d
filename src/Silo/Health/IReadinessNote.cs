namespace Dispatch.Silo.Health;

/// <summary>Something an operator should know that keeps nobody from working, such as deadlines in a year that the calendar lacks.</summary>
public interface IReadinessNote
{
    /// <summary>Sentences for <c>/health/ready</c>; none when there is nothing to say. Must be quick and touch no store.</summary>
    IEnumerable<string> Notes();
}
