using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration;

/// <summary>What is the same for every request about a dossier.</summary>
internal static class DossierRequests
{
    /// <summary>The grain of a dossier.</summary>
    public static TGrain Dossier<TGrain>(this IGrainFactory grains, string kind, string id) where TGrain : IDossierGrain =>
        grains.GetGrain<TGrain>(DossierKinds.Owner(kind, id).ToString());

    /// <summary>Carries out a command: its body is the command, its key the header's. Answers the dossier after it, or why not.</summary>
    /// <param name="http">The request.</param>
    /// <param name="grain">The dossier.</param>
    /// <param name="by">Who: the caller, or whoever a secret link stands for.</param>
    /// <param name="clock">City time.</param>
    /// <param name="createdAt">Where the dossier is found, of a command that opens one; null answers 200.</param>
    public static async Task<IResult> ActAsync<TCommand>(HttpContext http, IDossierGrain grain, Actor by, ICityClock clock, string? createdAt = null)
        where TCommand : DossierCommand
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await RequestBody.ReadAsync(http.Request)).Succeeded(out var json, out problem)
            || !Binding.Bind<TCommand>(json).Succeeded(out var command, out problem))
        {
            return problem;
        }

        var answer = await grain.Act(new DossierAct
        {
            Command = command,
            By = by,
            Key = key,
            BodyHash = CanonicalJson.Hash(http.Request.Path, json),
            ReceivedAt = clock.Now,
        });
        return answer.Refusal is { } refusal ? refusal.AsProblem()
            : createdAt is null ? Results.Ok((object)answer.View!)
            : Results.Created(createdAt, answer.View);
    }

    /// <summary>A dossier, or 404 where nothing ever happened to it.</summary>
    public static async Task<IResult> LookAsync(IDossierGrain grain, string what, ICityClock clock) =>
        await grain.Look(clock.Now) is { } view ? Results.Ok((object)view) : Denied.Unknown(what);
}
