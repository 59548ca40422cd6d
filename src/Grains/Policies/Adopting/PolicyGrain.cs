using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>One street's adopted packs: read once, asked in memory, and read again now and then for what the command line committed.</summary>
public sealed class PolicyGrain(IDispatchStore store, IPolicyShelf shelf, Territory territory) : Grain, IPolicyGrain
{
    /// <summary>How long, in real time, an act of another process may stay unknown here.</summary>
    private static readonly TimeSpan Reread = TimeSpan.FromSeconds(5);

    private AdoptionBook? _book;

    private Scope Street => Scope.TryParse(this.GetPrimaryKeyString(), out var street) && street.Kind == ScopeKind.Street ? street : default;

    private AdoptionBook Book => _book ??= new AdoptionBook(store, shelf, territory, Street);

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(_ => Book.ReadAsync(), new GrainTimerCreationOptions(Reread, Reread) { Interleave = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<PolicyName?> InForce(string? communityId, DateTimeOffset at)
    {
        await Book.EnsureReadAsync();
        return Adopting.Adoptions.InForce(Book.Policies.Adoptions, Street.Id, communityId, at)?.Policy;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PolicyAdoption>> Adoptions()
    {
        await Book.EnsureReadAsync();
        return Book.Policies.Adoptions;
    }

    /// <inheritdoc/>
    public async Task<PolicyOverview> Overview(DateTimeOffset now)
    {
        await Book.ReadAsync();
        return PolicyOverviews.Of(Street, Book.Policies.Adoptions, territory, await shelf.KeptAsync(), shelf.Current.Name, now);
    }

    /// <inheritdoc/>
    public async Task<PackLookAnswer> Examine(AdoptPolicy wish, DateTimeOffset now)
    {
        await Book.ReadAsync();
        var kept = await shelf.KeptAsync();
        var load = wish.Pack is { } text ? PolicyFile.Read("pack", text, shelf.Current.Calendars) : kept.FirstOrDefault(one => one.Pack!.Name == wish.Policy);
        return (AdoptionDecider.RefusesAreas(Street, wish.Areas, territory) ?? AdoptionDecider.RefusesPack(wish with { From = now }, load, territory)) is { } refusal
            ? new PackLookAnswer(null, refusal)
            : new PackLookAnswer(PolicyOverviews.Look(load!, PolicyOverviews.InForce(Street, Book.Policies.Adoptions, territory, shelf.Current.Name, now), wish.Areas, kept, now));
    }

    /// <inheritdoc/>
    public Task<AdoptionAnswer> Adopt(PolicyAdopting adopting) => Book.AdoptAsync(adopting);
}
