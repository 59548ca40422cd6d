using Dispatch.Hub.Cli;
using Dispatch.Hub.Composition;

return await CommandLine.RunAsync(args, new CommandHandlers(HubHost.RunAsync, new StoreTools()), Console.Out, Console.Error);
