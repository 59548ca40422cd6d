using Dispatch.Silo;
using Dispatch.Silo.Health;
using Dispatch.Silo.Hosting;
using Microsoft.AspNetCore.Builder;

return await StartSteps.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    var settings = DispatchSettings.Read(builder.Configuration, ClusterMode.Clustered);
    if (!settings.IsClustered)
    {
        throw new StartFaultException("A silo by itself is part of a cluster: start src/DispatchHub for everything in one process.");
    }

    builder.AddDispatchSilo(settings);
    Unserved.UnlessTold(builder.Services, builder.Configuration);

    await using var silo = builder.Build();
    silo.MapDispatchHealth();
    await silo.TakeStartStepsAsync();
    await silo.RunAsync();
});
