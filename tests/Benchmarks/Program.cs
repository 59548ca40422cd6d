using System.CommandLine;
using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Running;

if (args is ["serve", var what, .. var rest])
{
    return await ServedProcess.ServeAsync(what, rest);
}

var names = new Argument<string[]>("names") { Description = "Benchmarks by name, or all, or list.", Arity = ArgumentArity.OneOrMore };
var seconds = new Option<int?>("--seconds") { Description = "How long each measured stretch lasts; each benchmark has its own length otherwise." };
var size = new Option<double>("--size") { Description = "Scales cases and watchers, for a quick look; figures count at 1 only.", DefaultValueFactory = _ => 1 };
var write = new Option<bool>("--write") { Description = "Also writes the rows into docs/benchmarks.md, with date and machine." };
var command = new RootCommand("Measures what docs/benchmarks.md says. Every figure is a row of a table; notes go to standard error.") { names, seconds, size, write };
command.SetAction((call, cancellation) => Session.RunAsync(
    call.GetRequiredValue(names), new Extent(call.GetValue(seconds), call.GetValue(size)), call.GetValue(write), cancellation));
return await command.Parse(args).InvokeAsync();
