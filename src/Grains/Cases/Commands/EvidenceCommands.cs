using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>Photos of a case: attached by themselves, or with the command that they show.</summary>
internal static class EvidenceCommands
{
    public static Refusal? Attach(CaseStep step, AttachEvidence command, Actor actor)
    {
        if (command.EvidenceIds is not { Count: > 0 } ids)
        {
            return Refuse.With(RefusalCode.InvalidValue, $"Name 1 to {Refuse.MaxIds} photos in evidenceIds.");
        }

        return ids.All(id => IsAttached(step, id))
            ? Refuse.With(RefusalCode.InvalidValue, "Each of these photos is attached to this case already.")
            : Take(step, ids);
    }

    /// <summary>Attaches those that are not attached yet, or says why not.</summary>
    public static Refusal? Take(CaseStep step, IReadOnlyList<string>? ids)
    {
        if (Refuse.UnlessIds(ids, "evidenceIds") is { } refusal)
        {
            return refusal;
        }

        var fresh = (ids ?? []).Distinct(StringComparer.Ordinal).Where(id => !IsAttached(step, id)).ToList();
        if (fresh.Exists(id => !step.Known.Evidence.ContainsKey(id)))
        {
            return Refuse.With(
                RefusalCode.UnknownEvidence, "One of these photos is not kept, or somebody else uploaded it; upload it again and name the id that is answered.");
        }

        if (step.Case.Evidence.Length + fresh.Count > EvidencePiece.MaxPerCase)
        {
            return Refuse.With(RefusalCode.TooMuchEvidence, $"A case holds {EvidencePiece.MaxPerCase} photos; leave some out.");
        }

        if (fresh.Count > 0)
        {
            step.Record(new EvidenceAttached([.. fresh.Select(id => step.Known.Evidence[id])]));
        }

        return null;
    }

    private static bool IsAttached(CaseStep step, string id) => step.Case.Evidence.Any(piece => piece.Id == id);
}
