using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Silo.Hosting;

/// <summary>Reads a section of the configuration into its options, and says in one sentence what is wrong with it.</summary>
internal static class SettingsSection
{
    private const BindingFlags Settings = BindingFlags.Public | BindingFlags.Instance;

    /// <exception cref="StartFaultException">A setting is unknown or has a value of another kind.</exception>
    public static TOptions Read<TOptions>(IConfiguration configuration, string name)
        where TOptions : class, new()
    {
        var section = configuration.GetSection(name);
        foreach (var setting in section.GetChildren())
        {
            Check(setting, name, typeof(TOptions));
        }

        return section.Get<TOptions>() ?? new TOptions();
    }

    /// <summary>A section whose entries have names of their own.</summary>
    /// <exception cref="StartFaultException">A setting is unknown or has a value of another kind.</exception>
    public static IEnumerable<KeyValuePair<string, TOptions>> ReadEach<TOptions>(IConfiguration configuration, string name)
        where TOptions : class, new() =>
        configuration.GetSection(name).GetChildren().Select(entry => KeyValuePair.Create(entry.Key, Read<TOptions>(configuration, $"{name}:{entry.Key}")));

    private static void Check(IConfigurationSection setting, string section, Type options)
    {
        var known = options.GetProperties(Settings).Where(property => property.CanWrite).ToList();
        var property = known.Find(property => property.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase))
            ?? throw new StartFaultException(
                $"{section}:{setting.Key} is no setting of Dispatch; {section} has {string.Join(", ", known.Select(property => property.Name))}.");
        try
        {
            setting.Get(property.PropertyType);
        }
        catch (InvalidOperationException fault)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            throw new StartFaultException($"{section}:{property.Name} is '{setting.Value}', which is not {Wanted(type)}.", fault);
        }
    }

    private static string Wanted(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()))}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number such as 1 or 60",
        _ when type == typeof(DateTimeOffset) => "an instant such as 2026-03-10T08:30:00+08:00",
        _ when type == typeof(TimeSpan) => "a span such as 00:00:05",
        _ => "text",
    };
}
