using System.Text.RegularExpressions;

namespace Dispatch.Tidy.Tests;

/// <summary>The house rules that a pattern can find. Strings are cut in two where this file would else break its own rule.</summary>
internal static class HouseRules
{
    private static readonly string[] Written = [".cs", ".ts", ".mjs", ".js", ".css", ".html", ".sql", ".md", ".csproj", ".props", ".targets"];

    public static IReadOnlyList<LineRule> All { get; } =
    [
        new("No plans are left in the tree", IsWritten, Pattern(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b"),
            "do it, or file an issue",
            new("src/Grains/A.cs", "var a = 1; // TO" + "DO later")) { InComments = true },

        new("No path of somebody's machine is in the tree", IsWritten, Pattern(@"(?<![\w.~-])/(wo" + @"rk|ho" + @"me|ro" + @"ot)/|C:\\Us" + @"ers\\"),
            "make it relative to the checkout",
            new("docs/a.md", "First\n\nSee /ho" + "me/me/notes")) { InComments = true },

        new("No address of a package registry is in the tree", _ => true,
            Pattern(@"(api\.nu" + @"get\.org|npm" + @"js\.(org|com)|yarn" + @"pkg\.com|deb\.deb" + @"ian\.org|py" + @"pi\.org|pkgs\.dev\.az" + @"ure\.com)"),
            "the machine's own configuration says where packages come from",
            new("src/A/packages.lock.json", "{\n\"source\": \"https://api.nu" + "get.org/v3/index.json\"")) { InComments = true },

        new("Tests await effects instead of sleeping",
            file => file.IsUnder("tests") && !file.IsUnder("tests/Simulator") && !file.IsUnder("tests/Benchmarks") && file.Extension == ".cs",
            Pattern(@"\b(Thread\.Sleep|Task\.Delay)\b"), "await what the test waits for, or advance virtual time",
            new("tests/Silo.Tests/A.cs", "// Task." + "Delay in a comment is fine\nawait Task." + "Delay(10);")),

        new("Nothing is caught and forgotten", IsCode,
            Pattern(@"\bcatch\s*(\((?!OperationCanceledException\b)[^)]*\)\s*)?(when\s*\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)\s*)?\{\s*\}"),
            "handle it, log it, or let it pass",
            new("src/Silo/A.cs", "try { A(); }\ncatch (IOException) { /* never mind */ }")),

        new("A catch for everything throws again", IsCode,
            Pattern(@"\bcatch\s*\{(?![^{}]*\bthrow\s*;)[^{}]*\}"), "name what is caught, or throw again",
            new("src/Silo/A.cs", "try { return A(); }\ncatch { return default; }")),

        new("Types are named by what they know", IsCode,
            Pattern(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?\w+(?:Service|Manager|Helper|Util|Utility)s?\b"),
            "say what it knows",
            new("src/Silo/A.cs", "// class MailService in a comment is fine\npublic sealed class MailService;")),

        new("Folders and namespaces are the field's nouns", IsCode,
            Pattern(@"^namespace .*\b(Common|Core|Utils?|Helpers?|Shared|Misc)\b", RegexOptions.Multiline), "name the noun",
            new("src/Silo/Storage/A.cs", "namespace Dispatch.Silo.Common;")),

        new("The hub knows silo and grains in its composition only",
            file => file.IsUnder("src/DispatchHub") && !file.IsUnder("src/DispatchHub/Composition") && file.Extension == ".cs",
            Pattern(@"(?<![\w.])(global::)?(Dispatch\.(Silo|Grains)\b|(Silo|Grains)\.[A-Z]\w*)"), "only src/DispatchHub/Composition may",
            new("src/DispatchHub/Verbs/A.cs", "using Dispatch.Contracts;\nusing Dispatch.Silo.Storage;")),

        new("The hub speaks no SQL",
            file => file.IsUnder("src/DispatchHub") && file.Extension == ".cs",
            Pattern(@"(?<![\w.])(Npgsql|Microsoft\.Data\.Sqlite|Dapper|DbUp)\b"), "ask a grain; storage is the silo's",
            new("src/DispatchHub/Composition/A.cs", "using Npgsql;")),

        new("The contracts know nobody", file => file.IsUnder("src/Contracts") && file.Extension == ".cs",
            Pattern(@"\bDispatch\.(Grains|Silo|Hub)\b"), "arrows point at the contracts",
            new("src/Contracts/A.cs", "using Dispatch.Grains;")),

        new("The rules know no web and no database", file => file.IsUnder("src/Grains") && file.Extension == ".cs",
            Pattern(@"(?<![\w.])(Microsoft\.AspNetCore|System\.Data|Npgsql|Microsoft\.Data|Dapper|Dispatch\.(Silo|Hub))\b"), "leave it to silo and hub",
            new("src/Grains/Cases/A.cs", "using System.Data.Common;")),

        // The SDK of Orleans imports its namespaces everywhere by itself, so types count as well as usings.
        new("Only grains touch the Orleans runtime",
            file => file.IsUnder("src/Grains") && file.Extension == ".cs" && !Regex.IsMatch(file.Name, @"Grain(\.Log)?\.cs$"),
            Pattern(@"(?<![\w.])Orleans(\.[A-Z]\w*|;)|\b(Grain|IGrain\w*|GrainId|GrainReference|RequestContext|IPersistentState|IClusterClient"
                + @"|SiloAddress|ISiloBuilder|ISiloLifecycle|ILifecycleParticipant|InconsistentStateException|GenerateSerializer|GrainCancellationToken)\b"),
            "keep rules pure: only *Grain.cs and *Grain.Log.cs may",
            new("src/Grains/Cases/CaseDecider.cs", "// A Grain in a comment is fine\npublic sealed class CaseDecider(IGrainFactory grains);")),
    ];

    private static bool IsWritten(SourceFile file) => Written.Contains(file.Extension) || file.IsUnder(".ci");

    private static bool IsCode(SourceFile file) => file.Extension == ".cs" && (file.IsUnder("src") || file.IsUnder("tests"));

    private static Regex Pattern(string pattern, RegexOptions options = RegexOptions.None) => new(pattern, options);
}
