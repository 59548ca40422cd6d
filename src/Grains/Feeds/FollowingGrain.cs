using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Feeds;

/// <summary>
/// A grain that keeps the open cases of its part of a street by the street's feed, from when somebody first asks for them until nobody
/// has for two minutes. It lies on no commit's path: what it holds is rebuilt from the feed whenever it has to be.
/// </summary>
/// <param name="logger">Told when the feed cannot be followed for now.</param>
public abstract partial class FollowingGrain(ILogger logger) : Grain, IFeedFollower
{
    /// <summary>Pushes keep a grain awake, so a follower that nobody asks gives up: after this many renewals.</summary>
    private const int UnaskedRenewals = 24;

    private JoinedRead<bool>? _catchUp;
    private OpenCasesByFeed? _open;
    private IFeedFollower? _self;
    private IGrainTimer? _renewal;
    private bool _caughtUp;
    private int _unasked;

    /// <summary>The street whose feed is followed; null where the territory has nothing of this grain's id.</summary>
    protected abstract string? StreetId { get; }

    /// <summary>The open cases as far as the feed has told; current only after <see cref="Following"/>.</summary>
    protected OpenCasesByFeed OpenCases => _open ??= NewCopy();

    /// <inheritdoc/>
    public Task Changes(FeedBatch batch)
    {
        // A push that a former activation's lease still drew, or one after another that was lost: the next renewal asks for what lacks.
        if (_renewal is not null && !OpenCases.Take(batch))
        {
            _renewal.Change(TimeSpan.Zero, FeedFollowing.Renewal);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // A silo that stops sends nothing any more; the lease lapses by itself.
        if (reason.ReasonCode != DeactivationReasonCode.ShuttingDown)
        {
            StopFollowing();
        }

        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>Whether a case is one of this part of the street.</summary>
    protected abstract bool Holds(CaseRow row);

    /// <summary>One change of one case; null when everything held was replaced.</summary>
    protected abstract void Changed(OpenCaseChange? change);

    /// <summary>Somebody asks: begins to follow, or goes on, and waits for nothing.</summary>
    protected void KeepFollowing()
    {
        _unasked = 0;
        _renewal ??= this.RegisterGrainTimer(
            Renew, new GrainTimerCreationOptions(TimeSpan.Zero, FeedFollowing.Renewal) { Interleave = true });
    }

    /// <summary>Somebody asks, and waits until the open cases are current.</summary>
    protected Task Following()
    {
        KeepFollowing();
        return _caughtUp ? Task.CompletedTask : CatchUp();
    }

    private async Task Renew(CancellationToken cancellation)
    {
        if (++_unasked > UnaskedRenewals)
        {
            StopFollowing();
            return;
        }

        try
        {
            await CatchUp();
        }
        catch (Exception exception)
        {
            LogNotFollowing(logger, this.GetPrimaryKeyString(), exception);
        }
    }

    private Task<bool> CatchUp() => (_catchUp ??= new JoinedRead<bool>(CatchUpNow)).Join();

    private async Task<bool> CatchUpNow()
    {
        await Feed().CatchUp(_self ??= this.AsReference<IFeedFollower>(), OpenCases);
        return _caughtUp = _renewal is not null;
    }

    private void StopFollowing()
    {
        if (_renewal is { } renewal)
        {
            (_renewal, _caughtUp) = (null, false);
            renewal.Dispose();

            // Only a courtesy: without it the lease ends by itself.
            Feed().Unfollow(_self ??= this.AsReference<IFeedFollower>()).Ignore();
        }
    }

    private IStreetFeedGrain Feed() => GrainFactory.GetGrain<IStreetFeedGrain>(
        StreetId ?? throw new InvalidOperationException($"{this.GetPrimaryKeyString()} lies in no street and follows no feed."));

    private OpenCasesByFeed NewCopy()
    {
        var copy = new OpenCasesByFeed(Holds);
        copy.Changed += Changed;
        return copy;
    }
}
