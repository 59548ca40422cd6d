using System.Reflection;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>A cluster whose grains are plain objects: found by interface, made by key, kept for the test.</summary>
public class FakeGrains : DispatchProxy
{
    private readonly Dictionary<Type, Func<string, object>> _makers = [];
    private readonly Dictionary<(Type, string), object> _made = [];

    public static (IClusterClient Client, FakeGrains Grains) Create()
    {
        var client = Create<IClusterClient, FakeGrains>();
        return (client, (FakeGrains)(object)client);
    }

    public void Add<TGrain>(Func<string, TGrain> make) where TGrain : class => _makers[typeof(TGrain)] = make;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name is nameof(IGrainFactory.CreateObjectReference) or nameof(IGrainFactory.DeleteObjectReference))
        {
            return args![0];
        }

        var type = targetMethod.GetGenericArguments()[0];
        var key = Convert.ToString(args![0], System.Globalization.CultureInfo.InvariantCulture)!;
        lock (_made)
        {
            return _made.TryGetValue((type, key), out var grain) ? grain : _made[(type, key)] = _makers[type](key);
        }
    }
}
