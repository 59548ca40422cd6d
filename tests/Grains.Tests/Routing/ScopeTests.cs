using System.Text.Json;
using CsCheck;
using Dispatch.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Dispatch.Grains.Tests.Routing;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("street:xiashi")]
    [InlineData("community:xishan")]
    [InlineData("grid:xishan-03")]
    [InlineData("officer:o.zhang_2")]
    [InlineData("case:0A9f")]
    [InlineData("department:public-security")]
    [InlineData("supervisor:xiashi")]
    public void A_scope_reads_what_it_writes(string text)
    {
        Assert.True(Scope.TryParse(text, out var scope));
        Assert.Equal(text, scope.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(scope));
        Assert.Equal(scope, JsonSerializer.Deserialize<Scope>($"\"{text}\""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("xiashi")]
    [InlineData("street:")]
    [InlineData(":xiashi")]
    [InlineData("Street:xiashi")]
    [InlineData("estate:garden")]
    [InlineData("street:a:b")]
    [InlineData("street:西山")]
    [InlineData("street: xiashi")]
    [InlineData("street:a\0")]
    public void Anything_else_is_no_scope(string? text) => Assert.False(Scope.TryParse(text, out _));

    [Fact]
    public void An_id_of_96_characters_is_taken_and_a_longer_one_is_not()
    {
        Assert.True(Scope.TryParse("grid:" + new string('a', 96), out _));
        Assert.False(Scope.TryParse("grid:" + new string('a', 97), out _));
        Assert.False(Scope.TryParse("grid:" + new string('a', 5000), out _));
    }

    [Fact]
    public void Any_text_is_a_scope_or_none_and_never_an_exception() => Gen.String.Sample(
        text => !Scope.TryParse(text, out var scope) || scope.ToString() == text);

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"everywhere\"")]
    public void Other_JSON_is_an_error(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Scope>(json));

    [Fact]
    public void A_role_is_its_name_in_camel_case_and_never_a_number()
    {
        Assert.Equal("\"gridWorker\"", JsonSerializer.Serialize(Role.GridWorker));
        Assert.Equal(Role.System, JsonSerializer.Deserialize<Role>("\"system\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Role>("1"));
    }

    [Fact]
    public void Both_cross_between_silos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var wire = services.GetRequiredService<Serializer>();
        var sent = (Scope.Grid("xishan-03"), Role.Officer);
        Assert.Equal(sent, wire.Deserialize<(Scope, Role)>(wire.SerializeToArray(sent)));
    }
}
