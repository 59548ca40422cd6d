using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>What a fine may be, by its punishment item. It proposes a range and refuses what lies outside; a person decides.</summary>
public static class Fine
{
    /// <summary>The range with its computation; refused where facts are missing or the item knows no fine.</summary>
    public static FineProposal Propose(PunishmentItem item, FineFacts facts) => item.Fine switch
    {
        { Basis: FineBasis.Fixed, Least: { } least, Most: { } most } => Range(item, least, most,
            new($"固定幅度：{Zh(least, most)}", $"Fixed range: {En(least, most)}")),
        { Basis: FineBasis.ManagementFee, Least: { } least, Most: { } most } => Of(item, facts.Fee, least, most, 1, fee => new(
            $"装饰装修管理服务费{Yuan(fee)}元的{Number(least)}至{Number(most)}倍",
            $"{Number(least)} to {Number(most)} times the decoration-management fee of ¥{Yuan(fee)}")),
        { Basis: FineBasis.CostPercent, Least: { } least, Most: { } most } => Of(item, facts.Cost, least, most, 100, cost => new(
            $"工程造价{Yuan(cost)}元的{Number(least)}%至{Number(most)}%",
            $"{Number(least)} to {Number(most)} % of the works' cost of ¥{Yuan(cost)}")),
        { Basis: FineBasis.LocalRule, Says: { } rule } => new() { Item = item.Id, Computation = rule },
        _ => new() { Refusal = Refuse.With(RefusalCode.NoFine, $"{item.Id} is answered by a measure instead of a fine; see its item in the catalogue.") },
    };

    /// <summary>Why an amount cannot be the fine; null when it can. Where a local rule sets the range any amount of money can.</summary>
    /// <param name="item">The punishment item.</param>
    /// <param name="facts">What its range depends on.</param>
    /// <param name="amount">Yuan.</param>
    public static Refusal? Check(PunishmentItem item, FineFacts facts, decimal amount)
    {
        var proposal = Propose(item, facts);
        if (proposal.Refusal is { } refusal)
        {
            return refusal;
        }

        var (least, most) = (proposal.Least ?? 0.01m, proposal.Most ?? FineFacts.MostYuan);
        return amount >= least && amount <= most && IsMoney(amount)
            ? null
            : Refuse.With(RefusalCode.FineOutsideRange, $"The fine of {item.Id} lies between {Yuan(least)} and {Yuan(most)} yuan, with at most two decimals.");
    }

    private static FineProposal Of(PunishmentItem item, decimal? base_, decimal least, decimal most, decimal per, Func<decimal, Text> how)
    {
        if (base_ is not ({ } amount and >= 1 and <= FineFacts.MostYuan) || !IsMoney(amount))
        {
            var what = item.Fine.Basis == FineBasis.ManagementFee ? "the fee of the decoration-management agreement" : "the cost of the works";
            return new()
            {
                Refusal = Refuse.With(RefusalCode.FineFactsMissing, $"Give {what} in yuan, 1 to {Yuan(FineFacts.MostYuan)} with at most two decimals."),
            };
        }

        var (low, high) = (InFen(amount * least / per), InFen(amount * most / per));
        var said = how(amount);
        return Range(item, low, high, new($"{said.Zh}：{Zh(low, high)}", $"{said.En}: {En(low, high)}"));
    }

    private static FineProposal Range(PunishmentItem item, decimal least, decimal most, Text computation) => new()
    {
        Item = item.Id,
        Least = least,
        Most = most,
        Computation = item.Fine.Says is { } more ? new($"{computation.Zh}；{more.Zh}", $"{computation.En}; {more.En}") : computation,
    };

    private static bool IsMoney(decimal amount) => amount == InFen(amount);

    private static decimal InFen(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static string Zh(decimal least, decimal most) => $"{Yuan(least)}元至{Yuan(most)}元";

    private static string En(decimal least, decimal most) => $"¥{Yuan(least)} to ¥{Yuan(most)}";

    private static string Yuan(decimal amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
