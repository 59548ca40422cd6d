using System.Text.Json.Nodes;
using Dispatch.Grains.Decoration.Papers;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Papers;

public sealed class PaperFaultTests
{
    private static readonly string Pack = File.ReadAllText(Repository.PathOf("samples", "xiashi", "policy.json"));

    [Theory]
    [InlineData("templates/stop-notice/text/3", "\"当事人：{{owner}}\"", "papers.templates[\"stop-notice\"].text[3]: unknown field \"owner\"; a document has: street, case, type, place, violation, article, liable, fine, range, facts, measure, deadline, number, date")]
    [InlineData("templates/stop-notice/text/3", "\"当事人：{{place}\"", "papers.templates[\"stop-notice\"].text[3]: a field is written {{name}}, with two braces on each side")]
    [InlineData("templates/stop-notice/text/3", "\"\"", "papers.templates[\"stop-notice\"].text[3]: is empty")]
    [InlineData("templates/stop-notice/text", "[]", "papers.templates[\"stop-notice\"].text: there must be 1 to 60 lines")]
    [InlineData("templates/stop-notice/mark", null, "papers.templates[\"stop-notice\"].mark: is missing")]
    [InlineData("paths/illegal-construction/0/needs", "[\"letter\"]", "papers.paths.illegal-construction[0].needs[0]: \"letter\" is no template of the pack")]
    [InlineData("paths/illegal-construction/0/within", null, "papers.paths.illegal-construction[0].within: is missing: every step has its time")]
    [InlineData("paths/illegal-construction/0/by", "\"moon\"", "papers.paths.illegal-construction[0].by: \"moon\" is neither \"lead\" nor a department of the pack")]
    [InlineData("paths/illegal-construction/1/id", "\"stop\"", "papers.paths.illegal-construction[1].id: \"stop\" is given twice")]
    [InlineData("paths/illegal-construction/3/again", "\"seal\"", "papers.paths.illegal-construction[3].again: \"seal\" is no earlier step of this path")]
    [InlineData("paths/illegal-construction/0/optional", "true", "papers.paths.illegal-construction: a path has 1 to 12 steps, and the first one is always taken")]
    [InlineData("paths/moonlight", "[]", "papers.paths: \"moonlight\" is no scene of the pack")]
    public void A_fault_of_templates_and_paths_is_named_by_path(string path, string? value, string fault)
    {
        var load = PolicyFile.Read("policy.json", With(path, value), Sample.Xiashi.Calendars);

        Assert.Null(load.Pack);
        Assert.Contains(fault, load.Faults.Select(found => found.ToString()));
    }

    [Fact]
    public void Every_scene_of_the_sample_has_its_path_and_every_template_is_of_use()
    {
        var rules = Sample.Xiashi.Papers!;
        Assert.Equal(Sample.Xiashi.Scenes.Keys.Order(), rules.Paths.Keys.Order());
        Assert.Equal(rules.Templates.Keys.Order(), rules.Paths.Values.SelectMany(path => path).SelectMany(step => step.Papers).Distinct().Order());
        Assert.All(rules.Templates.Values, template => Assert.Contains(template.Lines, line => line.Contains("{{number}}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_template_says_what_must_be_given()
    {
        var templates = Sample.Xiashi.Papers!.Templates;
        Assert.Equal(["facts"], templates["stop-notice"].Asks());
        Assert.Equal(["facts", "measure", "deadline"], templates["order-to-correct"].Asks());
        Assert.Equal(["facts", "measure", "punishment", "fine"], templates["decision"].Asks());
        Assert.Equal(["facts", "punishment"], templates["sealing-decision"].Asks());
    }

    [Fact]
    public void A_value_is_put_in_once_and_never_read_as_a_template() => Assert.Equal(
        "{{street}} and {{unknown}}",
        PaperTemplate.Fill("{{facts}} and {{unknown}}", new Dictionary<string, string> { ["facts"] = "{{street}}", ["street"] = "x" }));

    private static string With(string path, string? value)
    {
        var pack = JsonNode.Parse(Pack)!;
        var steps = path.Split('/');
        var at = steps[..^1].Aggregate(pack["papers"]!, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (at is JsonArray array)
        {
            array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value is null ? null : JsonNode.Parse(value);
        }
        else if (value is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(value);
        }

        return pack.ToJsonString();
    }
}
