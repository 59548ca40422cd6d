using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Signed messages of other systems: each counts once.</summary>
public abstract partial class DispatchStoreSpecification
{
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task A_nonce_counts_once_for_its_source_in_every_process_and_after_a_restart()
    {
        Assert.True(await Nonces(Open).TryRememberAsync("hotline", "one", Start, Never, Cancellation));

        await using var other = Site.Open();
        Assert.False(await Nonces(other).TryRememberAsync("hotline", "one", Start.AddMinutes(1), Never, Cancellation));
        Assert.True(await Nonces(other).TryRememberAsync("platform", "one", Start, Never, Cancellation));
        Assert.True(await Nonces(other).TryRememberAsync("hotline", "One", Start, Never, Cancellation));
    }

    [Fact]
    public async Task Of_many_who_bring_one_nonce_at_once_one_is_believed()
    {
        await using var other = Site.Open();

        var believed = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(n => Nonces(n % 2 == 0 ? Open : other).TryRememberAsync("hotline", "same", Start, Never, Cancellation).AsTask()));

        Assert.Single(believed, yes => yes);
    }

    [Fact]
    public async Task Old_nonces_are_forgotten_and_younger_ones_are_not()
    {
        await Nonces(Open).TryRememberAsync("hotline", "old", Start, Never, Cancellation);
        await Nonces(Open).TryRememberAsync("hotline", "young", Start.AddMinutes(50), Never, Cancellation);

        Assert.True(await Nonces(Open).TryRememberAsync("hotline", "old", Start.AddMinutes(70), Start.AddMinutes(10), Cancellation));
        Assert.False(await Nonces(Open).TryRememberAsync("hotline", "young", Start.AddMinutes(70), Start.AddMinutes(10), Cancellation));
    }

    private static INonceStore Nonces(OpenStore store) => store.Get<INonceStore>();
}
