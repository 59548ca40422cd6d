using Dispatch.Browser.Tests.Kit;

// Each story runs a hub and a browser that want the whole machine; side by side they would only wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(RealBrowser))]
[assembly: AssemblyFixture(typeof(QuietCity))]
