using System.Collections.Frozen;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>Who gives which command on a session. Pure; the one table for the decider and for what pages offer.</summary>
public static class SessionRoles
{
    private static readonly Role[] Askers = [Role.PropertyManager, Role.CommunityStaff, Role.Officer, Role.Captain, Role.Dispatcher];
    private static readonly Role[] Teachers = [Role.CommunityStaff, Role.Officer, Role.Captain];

    private static readonly FrozenDictionary<Type, Role[]> ByCommand = new Dictionary<Type, Role[]>
    {
        [typeof(OrderTopics)] = Askers,
        [typeof(AskQuestion)] = Askers,
        [typeof(PlanSession)] = [Role.CommunityStaff, Role.Officer, Role.Captain, Role.Dispatcher],
        [typeof(HoldSession)] = Teachers,
        [typeof(AnswerQuestion)] = Teachers,
        [typeof(SetQuestionAside)] = Teachers,
        [typeof(PublishAnswers)] = [Role.Officer, Role.Captain],
        [typeof(SignSpotList)] = [Role.PropertyManager],
        [typeof(CallOffSession)] = [Role.CommunityStaff, Role.Captain, Role.Dispatcher],
    }.ToFrozenDictionary();

    /// <summary>Whether an actor's role orders at all; where, their area says.</summary>
    public static bool MayOrder(Actor by) => by.Role == Role.System || Askers.Contains(by.Role);

    /// <summary>Why an actor may not; null when they may. An owner comes by the estate's link, which stands for the right to order and to ask.</summary>
    public static Refusal? Refuses(Actor by, Type command, string gridId, Territory territory) =>
        by.Role == Role.Citizen && (command == typeof(OrderTopics) || command == typeof(AskQuestion))
            ? null
            : Authority.Refuses(by, Scope.Grid(gridId), territory, Name(command).Replace('-', ' '), ByCommand[command]);

    /// <summary>The commands that an actor may give on a session as it stands, as they are written in addresses.</summary>
    public static IReadOnlyList<string> May(TeachingSession session, Actor by, Territory territory) =>
    [
        .. ByCommand.Keys.Where(command => Fits(session, command) && Refuses(by, command, session.Opened!.GridId, territory) is null)
            .Select(Name).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a command has its place now.</summary>
    public static bool Fits(TeachingSession session, Type command)
    {
        var state = session.State();
        return command == typeof(AnswerQuestion) || command == typeof(PublishAnswers) ? session.NeedsAnswers()
            : command == typeof(SetQuestionAside) ? session.NeedsAnswers() || (state == TeachingState.Collecting && !session.Questions.IsEmpty)
            : command == typeof(SignSpotList) ? session.NeedsSignature()
            : state == TeachingState.Collecting;
    }

    private static string Name(Type command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name);
}
