using Dispatch.Hub.Cli;
using Dispatch.Hub.Composition;

return await CommandLine.RunAsync(args, HubProgram.Handlers, Console.Out, Console.Error);
