using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Sessions;

/// <summary>The menu of topics (菜单式普法) as a pack's block <c>teaching</c> has it. An illustration in the sample.</summary>
/// <param name="Menu">The menu; at least one topic.</param>
public sealed record TeachingRules(TeachingMenu Menu)
{
    /// <summary>The member of the pack.</summary>
    public const string Member = "teaching";

    private const int MostTopics = 50;
    private const int LongestTitle = 80;
    private const int LongestSentence = 500;
    private const int LongestNotice = 2_000;

    /// <summary>A topic; null where the menu has none of this id.</summary>
    public TeachingTopic? Topic(string id) => Menu.Topics.FirstOrDefault(topic => topic.Id == id);

    /// <summary>Reads <c>"teaching": { "notice": …, "topics": [ … ] }</c>; null where the pack has no such block, or with a fault.</summary>
    internal static TeachingRules? Read(CheckedJson root)
    {
        if (!root.Has(Member))
        {
            return null;
        }

        var json = root.Member(Member);
        if (!json.IsObjectOf("notice", "topics"))
        {
            return null;
        }

        List<TeachingTopic> topics = [];
        foreach (var item in json.Items("topics"))
        {
            if (item.IsObjectOf("id", "title", "teaches"))
            {
                topics.Add(new TeachingTopic(item.Id("id"), item.Bilingual("title", LongestTitle), item.Bilingual("teaches", LongestSentence)));
            }
        }

        if (topics.Count is 0 or > MostTopics || topics.DistinctBy(topic => topic.Id).Count() < topics.Count)
        {
            json.Fault("topics", $"there are 1 to {MostTopics} topics, and none twice");
        }

        return new TeachingRules(new TeachingMenu(json.Bilingual("notice", LongestNotice), topics));
    }
}
