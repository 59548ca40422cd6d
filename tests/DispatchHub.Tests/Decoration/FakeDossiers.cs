using System.Reflection;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>
/// House decoration of which nothing exists: no dossier has a view, each refuses its commands for its status, and lists are empty. What
/// a command does is the business of its kind and not of these tests.
/// </summary>
internal static class FakeDossiers
{
    public static void AddDossiers(this FakeGrains grains)
    {
        grains.Add(_ => Nothing<IMediationGrain>());
        grains.Add(_ => Nothing<IMediationDeskGrain>(new MediationList([], null, 0)));
        grains.Add(_ => Nothing<IFilingGrain>());
        grains.Add(_ => Nothing<IUnitDeskGrain>(new FilingList([], null)));
        grains.Add(_ => Nothing<IEstateGrain>());
        grains.Add(_ => Nothing<IPromiseDeskGrain>(new PromiseLinks("case-1.r", null, null, null)));
        grains.Add(_ => Nothing<IEstateDeskGrain>(new EstateList([])));
        grains.Add(_ => Nothing<IJointReviewGrain>());
        grains.Add(_ => Nothing<IPapersGrain>());
        grains.Add(_ => Nothing<IPapersDeskGrain>());
        grains.Add(_ => Nothing<IJointReviewDeskGrain>(new ReviewList([], null, 0)));
        grains.Add(_ => Nothing<IRoundGrain>());
        grains.Add(_ => Nothing<IRoundDeskGrain>(new RoundList([], null, [])));
        grains.Add(_ => Nothing<IVisitGrain>());
        grains.Add(_ => Nothing<IVisitDeskGrain>(
            new VisitList([], null), new VisitProposals([], 0, new Dictionary<string, Text>(), new Dictionary<string, Text>())));
        grains.Add(_ => Nothing<IPilotGrain>());
        grains.Add(_ => Nothing<IPilotDeskGrain>(new PilotList([], null, [])));
        grains.Add(_ => Nothing<ICommitteeGrain>(new CommitteeReport
        {
            StreetId = "xiashi",
            Month = "2026-03",
            From = default,
            To = default,
            AsOf = default,
            Sections = [],
            Competition = new Competition("2026-Q1", Text.Same(""), []),
            Complete = true,
        }));
        grains.Add(_ => Nothing<ITeachingSessionGrain>());
        grains.Add(_ => Nothing<ITeachingDeskGrain>(new TeachingSessionList([], null, new TeachingMenu(null, [])), new PublishedAnswers([], null)));
    }

    /// <summary>A grain whose methods answer what is given by its type, and else what a dossier to which nothing has happened answers.</summary>
    private static TGrain Nothing<TGrain>(params object[] answers) where TGrain : class
    {
        var grain = DispatchProxy.Create<TGrain, AnsweringByType>();
        ((AnsweringByType)(object)grain).Answers = [.. answers, new DossierAnswer(null, new Refusal(RefusalCode.StatusNotAllowed, "Nothing has happened."))];
        return grain;
    }
}

/// <summary>Answers by type; a task of any other type answers null.</summary>
public class AnsweringByType : DispatchProxy
{
    public object[] Answers { get; set; } = [];

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var type = targetMethod!.ReturnType.GetGenericArguments()[0];
        return typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(type)
            .Invoke(null, [Answers.FirstOrDefault(type.IsInstanceOfType)]);
    }
}
