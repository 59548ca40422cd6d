using System.Text.Json.Nodes;
using Dispatch.Grains.Policies;

namespace Dispatch.TestKit;

/// <summary>The pack of Xiashi without automatic offers, for cities in which a dispatcher chooses.</summary>
public static class ByHandPack
{
    private static readonly Lazy<string> Written = new(Write);

    /// <summary>The folder that it lies in, for <c>Policy:Path</c>; written once and removed when the process ends.</summary>
    public static string Folder => Written.Value;

    private static string Write()
    {
        var sample = Repository.PathOf("samples", "xiashi");
        var folder = Directory.CreateTempSubdirectory("dispatch-by-hand-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var pack = JsonNode.Parse(File.ReadAllText(Path.Combine(sample, PolicyFile.FileName)))!;
        pack["offers"]!["automatic"] = false;
        File.WriteAllText(Path.Combine(folder, PolicyFile.FileName), pack.ToJsonString());
        var calendars = Directory.CreateDirectory(Path.Combine(folder, PolicyFile.CalendarFolder)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(sample, PolicyFile.CalendarFolder)))
        {
            File.Copy(file, Path.Combine(calendars, Path.GetFileName(file)));
        }

        return folder;
    }
}
