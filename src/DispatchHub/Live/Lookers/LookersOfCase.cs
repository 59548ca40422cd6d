using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Lookers;

/// <summary>Who has one case open: here, counted by streams, and in other hub processes, as last told. Used by any number of threads.</summary>
internal sealed class LookersOfCase(string caseId)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Looker Looker, int Streams)> _here = new(StringComparer.Ordinal);
    private IReadOnlyList<Looker> _elsewhere = [];
    private IReadOnlyList<Looker> _everybody = [];
    private TaskCompletionSource _moved = NewSignal();
    private long _toldAt;
    private int _streams;
    private bool _saying;
    private bool _toSay;

    /// <summary>The case.</summary>
    public string CaseId { get; } = caseId;

    /// <summary>True when no stream here shows the case and nothing is left to say of it.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _streams == 0 && !_saying;
            }
        }
    }

    /// <summary>A stream begins; of nobody where its user is shown to nobody.</summary>
    public void Enter(Looker? looker)
    {
        lock (_gate)
        {
            _streams++;
            if (looker is not null)
            {
                _here[looker.UserName] = _here.TryGetValue(looker.UserName, out var known) ? known with { Streams = known.Streams + 1 } : (looker, 1);
                Move();
            }
        }
    }

    /// <summary>A stream that began with the same looker ends.</summary>
    public void Leave(Looker? looker)
    {
        lock (_gate)
        {
            _streams--;
            if (looker is not null)
            {
                var known = _here[looker.UserName];
                if (known.Streams > 1)
                {
                    _here[looker.UserName] = known with { Streams = known.Streams - 1 };
                }
                else
                {
                    _here.Remove(looker.UserName);
                }

                Move();
            }
        }
    }

    /// <summary>Who looks in other hub processes, as told at a time stamp.</summary>
    public void Told(IReadOnlyList<Looker> elsewhere, long at)
    {
        lock (_gate)
        {
            _toldAt = at;
            Replace(elsewhere);
        }
    }

    /// <summary>Everybody, here and elsewhere, and what completes with the next change.</summary>
    public (IReadOnlyList<Looker> Everybody, Task Moved) Read()
    {
        lock (_gate)
        {
            return (_everybody, _moved.Task);
        }
    }

    /// <summary>Something is to be said to the others. False when somebody is saying it already, who will say this too.</summary>
    public bool BeginSaying()
    {
        lock (_gate)
        {
            _toSay = true;
            return !_saying && (_saying = true);
        }
    }

    /// <summary>Who looks here, to be said now; null, and the saying ends, when it has been said.</summary>
    public IReadOnlyList<Looker>? NextToSay()
    {
        lock (_gate)
        {
            _saying = _toSay;
            _toSay = false;
            return _saying ? Looker.Merge(_here.Values.Select(known => known.Looker)) : null;
        }
    }

    /// <summary>Nobody could be told: the saying ends, and the next renewal begins anew. Those elsewhere are forgotten unless what was told of them still holds.</summary>
    public void SayingFailed(Func<long, bool> stillHolds)
    {
        lock (_gate)
        {
            (_saying, _toSay) = (false, false);
            if (!stillHolds(_toldAt))
            {
                Replace([]);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Replace(IReadOnlyList<Looker> elsewhere)
    {
        if (!_elsewhere.SequenceEqual(elsewhere))
        {
            _elsewhere = elsewhere;
            Move();
        }
    }

    private void Move()
    {
        _everybody = Looker.Merge(_here.Values.Select(known => known.Looker).Concat(_elsewhere));
        _moved.TrySetResult();
        _moved = NewSignal();
    }
}
