using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

public sealed class LifecycleDocumentTests
{
    [Fact]
    public void The_lifecycle_document_says_what_the_decider_does()
    {
        var path = Repository.PathOf("docs", "lifecycle.md");
        var written = LifecycleDocument.Write();
        if (Environment.GetEnvironmentVariable("DISPATCH_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.Equal(written, File.ReadAllText(path));
    }
}
