using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts.Decoration;
using DispatchText = Dispatch.Contracts.Text;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>The guidance plan of a floor-plan type and its link. Pure.</summary>
public static class Guidance
{
    /// <summary>The store's secret that links are made with.</summary>
    public const string SecretName = "guidance";

    private const int MacBytes = 16;

    private static readonly DispatchText UsualWords = new(
        "装修前请先到物业备案。下图标出本户型最易违规的部位；拿不准时先问物业、社区或执法队，再动工。",
        "File your works with the manager before you begin. The plan shows where works in this type of flat tend to go wrong; when in doubt ask the manager, the community or the team first.");

    /// <summary>The guidance as it would be published now: what is forbidden first, then what needs approval, then what is allowed.</summary>
    public static GuidancePlan Draft(FloorPlan plan) => new()
    {
        Version = (plan.Published?.Version ?? 0) + 1,
        Words = plan.Words ?? UsualWords,
        Lines = [.. plan.Spots.Select((spot, index) => new GuidanceLine(index + 1, spot)).OrderByDescending(line => line.Spot.Ruling).ThenBy(line => line.Number)],
    };

    /// <summary>Whether a draft says something else than what is published.</summary>
    public static bool IsNews(GuidancePlan draft, GuidancePlan? published) =>
        published is null || published.Words != draft.Words || !published.Lines.SequenceEqual(draft.Lines);

    /// <summary>What stands after <c>/g/</c>: the same for every version, so that what is printed stays right.</summary>
    /// <param name="secret">The store's.</param>
    /// <param name="estateId">The estate.</param>
    /// <param name="planId">The floor-plan type.</param>
    public static string Link(ReadOnlySpan<byte> secret, string estateId, string planId)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{estateId}\n{planId}"), mac);
        return $"{estateId}.{planId}.{Base64Url.EncodeToString(mac[..MacBytes])}";
    }

    /// <summary>The estate and floor-plan type of a link that is real; null for any other text.</summary>
    public static (string EstateId, string PlanId)? Read(ReadOnlySpan<byte> secret, string link) =>
        link.Split('.') is [var estate, var plan, _]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Link(secret, estate, plan)), Encoding.UTF8.GetBytes(link))
            ? (estate, plan)
            : null;
}
