namespace Dispatch.Grains.Cases;

/// <summary>The reply that another system waits for.</summary>
internal sealed partial class CaseStep
{
    /// <summary>The source waits from now on: until the instant that it named, or for the pack's time.</summary>
    public void StartReplyClock()
    {
        if (Case.External is { } external && Rules.Find(SideClocks.ExternalReply) is { } rule)
        {
            Start(rule, external.CountsFrom);
        }
    }

    /// <summary>A case that ends answers its source by itself, where nobody has: what became of it is the reply.</summary>
    private void AnswerSource(CaseEvent end)
    {
        if (Case.External is { RepliedAt: null })
        {
            Emit(new ExternalReplied((end as Rejected)?.Reason, Automatic: true));
        }
    }
}
