using System.CommandLine;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Policies;

/// <summary><c>policy adopt</c>: new cases of a street or of pilot communities are opened under a pack from an instant on.</summary>
internal static class AdoptVerb
{
    public static Command Create(HostSettings settings, IPolicyTools tools)
    {
        var pack = new Option<string>("--pack") { Description = "The pack: its file, its folder, or a sample's name.", HelpName = "P", Required = true };
        var communities = new Option<string?>("--communities") { Description = "Pilot communities, by id, with commas between them.", HelpName = "A,B" };
        var street = new Option<string?>("--street") { Description = "The whole street, by id, in place of communities.", HelpName = "ID" };
        var from = PolicyVerb.Instant("--from", "From when on; not before the city's own time.");
        var reason = new Option<string>("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };
        var by = new Option<string>("--by") { Description = "The supervisor or administrator who adopts it, by user name; it is recorded.", HelpName = "USER", Required = true };
        var json = JsonOutput.Option();
        from.Required = true;
        var verb = new Command("adopt", "Adopts a pack for the street or for pilot communities, as a recorded act; cases that run keep theirs. A running hub learns of it within seconds.")
        {
            pack, communities, street, from, reason, by, json,
        };
        verb.Validators.Add(given =>
        {
            if (given.GetValue(communities) is null == given.GetValue(street) is null)
            {
                given.AddError("Give either --communities or --street.");
            }
        });
        verb.SetAction(async (call, cancellation) =>
        {
            var wish = new AdoptionWish(
                call.GetRequiredValue(pack),
                call.GetValue(street) is { } whole ? [Scope.Street(whole)] : [.. call.GetValue(communities)!.Split(',', StringSplitOptions.TrimEntries).Select(Scope.Community)],
                call.GetValue(from)!.Value,
                call.GetRequiredValue(reason),
                call.GetRequiredValue(by));
            var adoption = await tools.AdoptAsync(settings.Configuration(call), wish, cancellation);
            var output = call.InvocationConfiguration.Output;
            await (call.GetValue(json)
                ? JsonOutput.WriteAsync(adoption, output)
                : output.WriteLineAsync($"{adoption.Policy} is adopted for {string.Join(", ", adoption.Areas)} from {adoption.From:yyyy-MM-dd HH:mm zzz} on ({adoption.Id})."));
            return 0;
        });
        return verb;
    }
}

/// <summary>What somebody at the command line adopts.</summary>
/// <param name="Pack">The pack: its file, its folder, or a sample's name.</param>
/// <param name="Areas">The street, or communities of it.</param>
/// <param name="From">From when on.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The user who adopts it.</param>
public sealed record AdoptionWish(string Pack, IReadOnlyList<Scope> Areas, DateTimeOffset From, string Reason, string By);
