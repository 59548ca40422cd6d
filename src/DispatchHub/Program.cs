using Dispatch.Hub.Cli;
using Dispatch.Hub.Composition;

return await CommandLine.RunAsync(args, new CommandHandlers(HubHost.RunAsync, new StoreTools(), new PolicyTools()), Console.Out, Console.Error);
