using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Tests.Routing;
using Dispatch.Grains.Users;

namespace Dispatch.Grains.Tests.Users;

public sealed class StaffTests
{
    private static readonly Territory Two = new(
        [Ground.Street("s"), Ground.Street("t")],
        [Ground.Community("c", "s"), Ground.Community("d", "t")],
        [Ground.Grid("g", "c"), Ground.Grid("h", "d")]);

    private static readonly UserRecord[] Users =
    [
        User("grid", Role.GridWorker, Scope.Grid("g")),
        User("community", Role.CommunityStaff, Scope.Community("c")),
        User("property", Role.PropertyManager, Scope.Community("c")),
        User("officer", Role.Officer, Scope.Street("s")),
        User("captain", Role.Captain, Scope.Street("s")),
        User("dispatcher", Role.Dispatcher, Scope.Street("s")),
        User("supervisor", Role.Supervisor, Scope.Street("s")),
        User("gone", Role.Officer, Scope.Street("s")) with { Enabled = false },
        User("elsewhere", Role.GridWorker, Scope.Grid("h")),
        User("citizen", Role.Citizen, null),
    ];

    [Theory]
    [InlineData("street:s", "grid", "community", "property", "officer", "captain")]
    [InlineData("community:c", "grid", "community", "property")]
    [InlineData("grid:g", "grid")]
    [InlineData("street:t", "elsewhere")]
    [InlineData("street:nowhere")]
    public void Those_handle_cases_in_a_scope_whose_area_lies_in_it(string scope, params string[] names)
    {
        Assert.True(Scope.TryParse(scope, out var asked));
        Assert.Equal(names, Staff.Handling(Users, asked, Two).Select(person => person.UserName));
    }

    private static UserRecord User(string name, Role role, Scope? area) =>
        new() { UserName = name, DisplayName = name, Role = role, Area = area, Stamp = "1" };
}
