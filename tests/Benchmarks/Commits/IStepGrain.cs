using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Hosting;

namespace Dispatch.Benchmarks.Commits;

/// <summary>A grain that makes one durable step a call.</summary>
public interface IStepGrain : IGrainWithStringKey
{
    /// <summary>Takes one step; completes when it is durable.</summary>
    [Alias("step")]
    Task Step();
}

/// <summary>Steps as full commits: a snapshot, two events, a deadline that moves, an entry in the street's feed.</summary>
[Alias("bench.dispatch-step-grain")]
public interface IDispatchStepGrain : IStepGrain;

/// <summary>Steps as writes of Orleans' own AdoNet grain storage: the state and nothing else.</summary>
[Alias("bench.ado-net-step-grain")]
public interface IAdoNetStepGrain : IStepGrain;

internal sealed class DispatchStepGrain(IDispatchStore store) : Grain, IDispatchStepGrain
{
    private static readonly DateTimeOffset Far = new(2090, 1, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly StepState _state = new();
    private Scope _owner;
    private string? _number;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _owner = Scope.Case(this.GetPrimaryKeyString());
        _state.Text = StepState.For(_owner.Id).Text;
        return Task.CompletedTask;
    }

    public async Task Step()
    {
        var next = _state.Version + 1;
        var at = Far.AddMilliseconds(next);
        _state.Version = next;
        var outcome = await store.CommitAsync(new Commit
        {
            Owner = _owner,
            ExpectedVersion = next - 1,
            Snapshot = JsonSerializer.Serialize(_state, StepJson.Default.StepState),
            Columns = StepRows.Columns,
            Events =
            [
                new EventRecord("Acknowledged", at, null, "community-xishan", """{"late":false}"""),
                new EventRecord("ClockStarted", at, null, "community-xishan", """{"clock":"pre-control","generation":1,"budget":"4 wh","calendar":"office"}"""),
            ],
            Deadlines = [new Deadline("pre-control", (int)next, 50, at.AddHours(2))],
            Feed = [new FeedChange(StepRows.Street, StepRows.Row(_owner.Id, _number ?? "", next, at), Gone: false)],
            NumberYear = next == 1 ? 2090 : null,
            Number = _number,
        });
        _number = outcome.Number;
    }
}

internal sealed class AdoNetStepGrain([PersistentState("bench-step", SiloHost.Rosters)] IPersistentState<StepState> state) : Grain, IAdoNetStepGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        state.State.Text = StepState.For(this.GetPrimaryKeyString()).Text;
        return Task.CompletedTask;
    }

    public async Task Step()
    {
        state.State.Version++;
        await state.WriteStateAsync();
    }
}
