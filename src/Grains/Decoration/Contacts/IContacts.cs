namespace Dispatch.Grains.Decoration.Contacts;

/// <summary>
/// How to reach people without an account: owners who filed works, and whoever reported at a door. Personal data, kept beside the events
/// and not in them, so that it can be erased: on request, and by itself when its time is over.
/// </summary>
public interface IContacts
{
    /// <summary>Keeps a contact, in place of an earlier one.</summary>
    /// <param name="owner">What it belongs to: a flat as <c>estate/unit</c>, or a case as <c>case:{id}</c>.</param>
    /// <param name="number">Which of the owner's: the number of a filing, 0 for a case's reporter.</param>
    /// <param name="contact">1 to 200 characters.</param>
    /// <param name="eraseAt">From when on it is gone, city time.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask PutAsync(string owner, int number, string contact, DateTimeOffset eraseAt, CancellationToken cancellation = default);

    /// <summary>The contacts of an owner by number, without those whose time is over.</summary>
    ValueTask<IReadOnlyDictionary<int, Contact>> OfOwnerAsync(string owner, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Erases a contact; nothing where there is none.</summary>
    ValueTask EraseAsync(string owner, int number, CancellationToken cancellation = default);

    /// <summary>Erases what is over at an instant; returns how many.</summary>
    ValueTask<int> TrimAsync(DateTimeOffset now, CancellationToken cancellation = default);
}

/// <summary>How to reach somebody, and until when that is known.</summary>
/// <param name="Text">As they wrote it.</param>
/// <param name="EraseAt">From when on it is gone, city time.</param>
public sealed record Contact(string Text, DateTimeOffset EraseAt);
