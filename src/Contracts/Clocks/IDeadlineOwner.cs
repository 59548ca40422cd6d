namespace Dispatch.Contracts;

/// <summary>Whatever has clocks: a case, a grid, a community. Its key is its owner id, which is its scope.</summary>
[Alias("deadline-owner")]
public interface IDeadlineOwner : IGrainWithStringKey
{
    /// <summary>A deadline is due. Does nothing when the clock was stopped or moved on, or is not past by <see cref="DeadlineFiring.FiredAt"/>.</summary>
    [Alias("on-deadline")]
    Task<FiringOutcome> OnDeadline(DeadlineFiring firing);
}
