using Dispatch.Grains.Decoration.Contacts;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Personal data beside the events: kept, replaced, and gone when asked for or when its time is over.</summary>
public abstract partial class DispatchStoreSpecification
{
    [Fact]
    public async Task A_contact_is_known_until_its_time_is_over_and_then_erased_and_no_owner_has_anothers()
    {
        await Contacts.PutAsync("case:one", 0, "138", Start.AddDays(1), Cancellation);
        await Contacts.PutAsync("case:one", 0, "139", Start.AddDays(2), Cancellation);
        await Contacts.PutAsync("huayu-qiantang/7-2-2001", 1, "137", Start.AddDays(5), Cancellation);

        Assert.Equal(new Contact("139", Start.AddDays(2)), Assert.Single(await Contacts.OfOwnerAsync("case:one", Start, Cancellation)).Value);
        Assert.Empty(await Contacts.OfOwnerAsync("case:one", Start.AddDays(2), Cancellation));
        Assert.Equal(1, await Contacts.TrimAsync(Start.AddDays(2), Cancellation));
        Assert.Empty(await Contacts.OfOwnerAsync("case:one", Start, Cancellation));

        await Contacts.EraseAsync("huayu-qiantang/7-2-2001", 1, Cancellation);
        await Contacts.EraseAsync("huayu-qiantang/7-2-2001", 1, Cancellation);
        Assert.Empty(await Contacts.OfOwnerAsync("huayu-qiantang/7-2-2001", Start, Cancellation));
    }

    private IContacts Contacts => Open.Get<IContacts>();
}
