using System.CommandLine;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Cli.Store;
using Spectre.Console;

namespace Dispatch.Hub.Cli.Users;

/// <summary><c>user add</c>, <c>disable</c>, <c>set-password</c>: who may sign in.</summary>
internal static class UserVerb
{
    private const int LeastPassword = 8;
    private const int LongestPassword = 256;

    public static Command Create(HostSettings settings, IStoreTools store) =>
        new("user", "Adds and disables users of the store, and sets passwords.") { Add(settings, store), Disable(settings, store), SetPassword(settings, store) };

    private static Command Add(HostSettings settings, IStoreTools store)
    {
        var name = Name();
        var role = new Option<Role>("--role")
        {
            Description = $"One of {string.Join(", ", Enum.GetValues<Role>().Where(role => role != Role.System).Select(Wire))}.",
            Required = true,
            HelpName = "ROLE",
            CustomParser = argument => ParseRole(argument.Tokens[0].Value) is { } known ? known : Fault(argument, $"There is no role '{argument.Tokens[0].Value}'"),
        };
        var area = new Option<Scope?>("--area")
        {
            Description = "Where they may act: street:ID, community:ID, grid:ID or department:ID.",
            HelpName = "SCOPE",
            CustomParser = argument =>
            {
                if (Scope.TryParse(argument.Tokens[0].Value, out var scope))
                {
                    return scope;
                }

                argument.AddError($"An area is written kind:id, such as street:xiashi, not '{argument.Tokens[0].Value}'");
                return null;
            },
        };
        var called = new Option<string?>("--name") { Description = "How people call them (default the user name).", HelpName = "NAME" };
        var json = JsonOutput.Option();
        var verb = new Command("add", "Adds a user. The password is asked for, or read from the first line of standard input.") { name, role, area, called, json };
        verb.SetAction(async (call, cancellation) =>
        {
            var userName = call.GetRequiredValue(name);
            var user = new NewUser(userName, call.GetValue(called) ?? userName, call.GetRequiredValue(role), call.GetValue(area), await PasswordAsync(cancellation));
            await store.AddUserAsync(settings.Configuration(call), user, cancellation);
            return await SayAsync(call, json, userName, $"{userName} may sign in as {Wire(user.Role)}.");
        });
        return verb;
    }

    private static Command Disable(HostSettings settings, IStoreTools store)
    {
        var name = Name();
        var json = JsonOutput.Option();
        var verb = new Command("disable", "Ends a user's sign-ins; running connections close within seconds.") { name, json };
        verb.SetAction(async (call, cancellation) =>
        {
            await store.DisableUserAsync(settings.Configuration(call), call.GetRequiredValue(name), cancellation);
            return await SayAsync(call, json, call.GetRequiredValue(name), $"{call.GetRequiredValue(name)} can no longer sign in.");
        });
        return verb;
    }

    private static Command SetPassword(HostSettings settings, IStoreTools store)
    {
        var name = Name();
        var json = JsonOutput.Option();
        var verb = new Command("set-password", "Gives a user another password, asked for or read from the first line of standard input.") { name, json };
        verb.SetAction(async (call, cancellation) =>
        {
            await store.SetPasswordAsync(settings.Configuration(call), call.GetRequiredValue(name), await PasswordAsync(cancellation), cancellation);
            return await SayAsync(call, json, call.GetRequiredValue(name), $"{call.GetRequiredValue(name)} has another password.");
        });
        return verb;
    }

    private static Argument<string> Name() => new("userName") { Description = "3 to 64 letters, digits, '-', '_' and '.'." };

    private static async Task<int> SayAsync(ParseResult call, Option<bool> json, string userName, string said)
    {
        var output = call.InvocationConfiguration.Output;
        await (call.GetValue(json) ? JsonOutput.WriteAsync(new { userName }, output) : output.WriteLineAsync(said));
        return 0;
    }

    private static async Task<string> PasswordAsync(CancellationToken cancellation)
    {
        // A password on the command line would stay in the shell's history and in the list of processes.
        var password = Console.IsInputRedirected
            ? await Console.In.ReadLineAsync(cancellation) ?? ""
            : await AnsiConsole.PromptAsync(new TextPrompt<string>("Password:").Secret(), cancellation);
        return password.Length is >= LeastPassword and <= LongestPassword
            ? password
            : throw new ToolFaultException($"A password has {LeastPassword} to {LongestPassword} characters.");
    }

    private static Role? ParseRole(string text) =>
        Enum.GetValues<Role>().Where(role => role != Role.System && Wire(role) == text).Select(role => (Role?)role).FirstOrDefault();

    private static Role Fault(System.CommandLine.Parsing.ArgumentResult argument, string sentence)
    {
        argument.AddError(sentence);
        return default;
    }

    private static string Wire(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
}
