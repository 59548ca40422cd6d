using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Tests.Routing;

public sealed class TerritoryBuilderTests
{
    private static readonly TimeZoneInfo Boston = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static readonly Territory Basis = new(
        [new Street("downtown", Ground.Named("Downtown"), Boston, WeeklyTimetable.Always)],
        [],
        [],
        aliases: [KeyValuePair.Create("Downtown / Financial District", "downtown")]);

    private readonly TerritoryBuilder _builder = new(Basis, Boston, WeeklyTimetable.Always);

    [Fact]
    public void Areas_are_made_on_demand_from_names()
    {
        var id = _builder.Grid("Dorchester", "Ward 16", "Precinct 3");
        var territory = _builder.Build();
        Assert.Equal("dorchester.ward-16.precinct-3", id);
        Assert.Equal("Ward 16", territory.FindCommunity(territory.FindGrid(id)!.CommunityId)!.Name.En);
        Assert.True(territory.Covers(Scope.Street("dorchester"), Scope.Grid(id)));
        Assert.False(territory.HasPolygons);
    }

    [Theory]
    [InlineData("Downtown / Financial District")]
    [InlineData("downtown / financial district")]
    [InlineData(" Downtown ")]
    [InlineData("downtown")]
    public void Another_name_of_a_street_is_that_street(string name)
    {
        Assert.Equal("downtown.ward-3.1", _builder.Grid(name, "Ward 3", "1"));
        Assert.Single(_builder.Build().Streets);
    }

    [Fact]
    public void What_is_left_keeps_the_files_own_name_as_its_street()
    {
        _builder.Grid("Allston / Brighton", "Ward 21", "4");
        Assert.Equal("Allston / Brighton", _builder.Build().FindStreet("allston-brighton")?.Name.En);
    }

    [Fact]
    public void The_same_names_are_the_same_grid_in_any_spelling_and_order()
    {
        var other = new TerritoryBuilder(Basis, Boston, WeeklyTimetable.Always);
        other.Grid("Mattapan", "Ward 1", "1");
        Assert.Equal(_builder.Grid("Dorchester", "Ward 16", "3"), other.Grid("dorchester ", "WARD-16", "3"));
    }

    [Fact]
    public void Words_that_move_between_the_levels_are_other_areas() =>
        Assert.NotEqual(_builder.Grid("South", "Boston Ward", "1"), _builder.Grid("South Boston", "Ward", "1"));

    [Fact]
    public void Without_a_ward_it_is_unlocated_and_without_a_precinct_the_wards_own()
    {
        Assert.Equal("roxbury-unlocated", _builder.Grid("Roxbury", " ", "3"));
        Assert.Equal("roxbury.ward-9.ward-9", _builder.Grid("Roxbury", "Ward 9", ""));
        Assert.NotNull(_builder.Build().FindGrid("roxbury-unlocated"));
    }

    [Fact]
    public void Names_too_long_or_not_in_ASCII_are_told_apart_and_fit_a_scope()
    {
        var ids = new[]
        {
            _builder.Grid(new string('a', 5000) + "1", new string('b', 5000), new string('c', 5000)),
            _builder.Grid(new string('a', 5000) + "2", new string('b', 5000), new string('c', 5000)),
            _builder.Grid("西山", "西山社区", "第一网格"),
            _builder.Grid("西山", "西山社区", "第二网格"),
            _builder.Grid("Unlocated", "Unlocated", "Unlocated"),
        };
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Scope.TryParse($"grid:{id}", out _)));
        Assert.All(ids, id => Assert.NotNull(_builder.Build().FindGrid(id)));
    }
}
