namespace Dispatch.Grains.Decoration.Filings;

/// <summary>
/// How to reach owners who filed works. Personal data, kept beside the events and not in them, so that it can be erased: on request, and
/// by itself when its time is over.
/// </summary>
public interface IFilingContacts
{
    /// <summary>Keeps a contact, in place of an earlier one.</summary>
    /// <param name="unit">The flat, <c>estate/unit</c>.</param>
    /// <param name="number">The filing.</param>
    /// <param name="contact">1 to 200 characters.</param>
    /// <param name="eraseAt">From when on it is gone, city time.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask PutAsync(string unit, int number, string contact, DateTimeOffset eraseAt, CancellationToken cancellation = default);

    /// <summary>The contacts of a flat by filing, without those whose time is over.</summary>
    ValueTask<IReadOnlyDictionary<int, string>> OfUnitAsync(string unit, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Erases a contact; nothing where there is none.</summary>
    ValueTask EraseAsync(string unit, int number, CancellationToken cancellation = default);

    /// <summary>Erases what is over at an instant; returns how many.</summary>
    ValueTask<int> TrimAsync(DateTimeOffset now, CancellationToken cancellation = default);
}
