using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>Refusals and the checks that several commands share.</summary>
internal static class Refuse
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReason = 500;

    /// <summary>The longest remark or description, in characters.</summary>
    public const int MaxText = 2_000;

    /// <summary>The longest address or contact, in characters.</summary>
    public const int MaxLine = 200;

    /// <summary>The most ids in a list.</summary>
    public const int MaxIds = 20;

    /// <summary>With a sentence that says what to do.</summary>
    public static Refusal With(RefusalCode code, string sentence) => new(code, sentence);

    /// <summary>A reason is needed, 1 to 500 characters.</summary>
    public static Refusal? UnlessReason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? With(RefusalCode.ReasonRequired, "Say why: reason, 1 to 500 characters.")
        : UnlessText(reason, MaxReason, "reason");

    /// <summary>Text may be absent, but not too long, and every character must survive storage.</summary>
    public static Refusal? UnlessText(string? text, int longest, string field)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > longest)
        {
            return With(RefusalCode.InvalidText, $"Shorten {field} to {longest} characters.");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))))
            {
                return With(RefusalCode.InvalidText, $"Remove the NUL or broken character at position {i} of {field}.");
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return null;
    }

    /// <summary>Ids of a list: not too many, each short and clean.</summary>
    public static Refusal? UnlessIds(IReadOnlyList<string>? ids, string field)
    {
        if (ids is null)
        {
            return null;
        }

        return ids.Count > MaxIds || ids.Any(id => string.IsNullOrEmpty(id) || id.Length > Scope.MaxIdLength)
            ? With(RefusalCode.InvalidValue, $"Give at most {MaxIds} ids of 1 to {Scope.MaxIdLength} characters in {field}.")
            : null;
    }

    /// <summary>The actor belongs to the party that has the case now; a dispatcher or captain may always.</summary>
    public static Refusal? UnlessParty(CaseStep step, Actor actor)
    {
        var @case = step.Case;
        var mine = actor.Role switch
        {
            Role.System or Role.Dispatcher or Role.Captain => true,
            Role.GridWorker => @case.StatusLevel == CaseLevel.Grid,
            Role.CommunityStaff or Role.PropertyManager => @case.StatusLevel == CaseLevel.Community,
            Role.Officer => @case.OfficerIds.Contains(actor.Id),
            _ => false,
        };
        return mine ? null : With(RefusalCode.NotYours, $"{@case.Responsible} has this case now; only they do this.");
    }

    /// <summary>The actor is one of the officers of the case.</summary>
    public static Refusal? UnlessOfficer(CaseStep step, Actor actor) =>
        actor.Role == Role.System || step.Case.OfficerIds.Contains(actor.Id)
            ? null
            : With(RefusalCode.NotYours, "Only an officer who was asked for this case does this.");
}
