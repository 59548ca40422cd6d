using Dispatch.Hub.Composition;
using Dispatch.Silo.Hosting;

return await StartSteps.RunAsync(async () =>
{
    await using var hub = await HubHost.OpenAsync(args);
    await hub.RunAsync();
});
