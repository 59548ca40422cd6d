using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Dispatch.Hub.Bodies;

/// <summary>How JSON is read and written at this edge: strictly, in camel case, instants with their offset.</summary>
public static class HubJson
{
    /// <summary>The settings for reading bodies.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Gives other options the same meaning, so that answers and the OpenAPI document agree with what is read.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        // The names of the street are Chinese; they stay readable. What HTML gives a meaning is still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new InstantJson());
        options.Converters.Add(new FiniteDoubleJson());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequireWhatHasNoDefault);
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions { MaxDepth = RequestBody.MaxDepth };
        Apply(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// A constructor's parameter that may be null is optional and any other is required. A missing reason is then the case's to
    /// refuse (<c>reason-required</c>), a missing list of officers is a malformed body.
    /// </summary>
    private static void RequireWhatHasNoDefault(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsMemberInitializer: false } parameter)
            {
                property.IsRequired = !parameter.IsNullable && !parameter.HasDefaultValue;
            }
        }
    }
}
