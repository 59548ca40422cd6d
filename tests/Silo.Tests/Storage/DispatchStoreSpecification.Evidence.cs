using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using static Dispatch.Silo.Tests.Storage.Commits;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Photos: sent in parts, found by who may use them, and gone when no case does.</summary>
public abstract partial class DispatchStoreSpecification
{
    private IEvidenceStore Evidence => Open.Evidence;

    [Fact]
    public async Task A_photo_comes_back_byte_for_byte_in_parts_of_a_quarter_of_a_megabyte()
    {
        var photo = Photo.Of(1, (2 * EvidencePiece.PartBytes) + 17);

        Assert.Equal(EvidenceOpening.Send, await photo.UploadAsync(Evidence, "o.li", Start, Cancellation));

        Assert.Equal(3, photo.Piece.Parts());
        Assert.Equal(photo.Content, await photo.DownloadAsync(Evidence, Cancellation));
        Assert.Null(await Evidence.PartAsync(photo.Id, 3, Cancellation));
        Assert.Equal(photo.Piece, await Evidence.FindAsync(photo.Id, null, Cancellation));
    }

    [Fact]
    public async Task A_photo_is_found_by_whoever_uploaded_it_and_the_same_bytes_are_kept_once_for_all()
    {
        var photo = Photo.Of(1);
        await photo.UploadAsync(Evidence, "o.li", Start, Cancellation);
        Assert.Null(await Evidence.FindAsync(photo.Id, "o.zhang", Cancellation));

        Assert.Equal(EvidenceOpening.Kept, await photo.UploadAsync(Evidence, "o.zhang", Start, Cancellation));

        Assert.Equal(photo.Piece, await Evidence.FindAsync(photo.Id, "o.zhang", Cancellation));
        Assert.Equal(photo.Piece, await Evidence.FindAsync(photo.Id, "o.li", Cancellation));
    }

    [Fact]
    public async Task An_upload_counts_when_it_is_whole_and_one_that_was_cut_off_is_sent_again()
    {
        var photo = Photo.Of(1, EvidencePiece.PartBytes + 1);
        await Evidence.BeginAsync(photo.Piece, "o.li", Start, Cancellation);
        await Evidence.PutPartAsync(photo.Id, 0, photo.Content[..EvidencePiece.PartBytes], Cancellation);
        Assert.Null(await Evidence.FindAsync(photo.Id, "o.li", Cancellation));
        Assert.Empty(await Evidence.ClaimAsync([photo.Id], Scope.Case("a"), "o.li", Start, Cancellation));

        Assert.False(await Evidence.FinishAsync(photo.Id, Cancellation));
        Assert.Equal(EvidenceOpening.Send, await photo.UploadAsync(Evidence, "o.li", Start, Cancellation));

        Assert.Equal(photo.Content, await photo.DownloadAsync(Evidence, Cancellation));
    }

    [Fact]
    public async Task Parts_that_do_not_make_the_id_are_not_kept()
    {
        var photo = Photo.Of(1);
        await Evidence.BeginAsync(photo.Piece, "o.li", Start, Cancellation);
        await Evidence.PutPartAsync(photo.Id, 0, Photo.Of(2).Content, Cancellation);

        Assert.False(await Evidence.FinishAsync(photo.Id, Cancellation));

        Assert.Null(await Evidence.PartAsync(photo.Id, 0, Cancellation));
        Assert.False(await Evidence.FinishAsync(Photo.Of(3).Id, Cancellation));
    }

    [Fact]
    public async Task A_case_gets_only_what_its_actor_uploaded()
    {
        var (own, other) = (Photo.Of(1), Photo.Of(2));
        await own.UploadAsync(Evidence, "o.li", Start, Cancellation);
        await other.UploadAsync(Evidence, "o.zhang", Start, Cancellation);

        var claimed = await Evidence.ClaimAsync([own.Id, other.Id, Photo.Of(3).Id, own.Id], Scope.Case("a"), "o.li", Start, Cancellation);

        Assert.Equal([own.Piece], claimed);
    }

    [Fact]
    public async Task Unused_photos_go_and_those_that_a_case_shows_stay()
    {
        var photos = Enumerable.Range(1, 50).Select(number => Photo.Of(number)).ToList();
        foreach (var photo in photos)
        {
            await photo.UploadAsync(Evidence, "o.li", Start, Cancellation);
        }

        var (shown, refused, again, asked) = (photos[0], photos[1], photos[2], photos[3]);
        await Evidence.ClaimAsync([shown.Id, refused.Id], Scope.Case("a"), "o.li", Start.AddMinutes(1), Cancellation);
        await Store.CommitAsync(Report("a") with { Snapshot = $$"""{"id":"a","version":1,"evidence":[{"id":"{{shown.Id}}"}]}""" }, Cancellation);
        await again.UploadAsync(Evidence, "o.zhang", Start.AddDays(1), Cancellation);
        await Evidence.ClaimAsync([asked.Id], Scope.Case("b"), "o.li", Start.AddDays(1), Cancellation);

        Assert.Equal(0, await Evidence.TrimAsync(Start, Cancellation));
        Assert.Equal(47, await Evidence.TrimAsync(Start.AddDays(1), Cancellation));

        Assert.Equal(shown.Content, await shown.DownloadAsync(Evidence, Cancellation));
        Assert.Null(await Evidence.FindAsync(refused.Id, null, Cancellation));
        Assert.Null(await Evidence.PartAsync(refused.Id, 0, Cancellation));
        Assert.NotNull(await Evidence.FindAsync(again.Id, "o.zhang", Cancellation));
        Assert.NotNull(await Evidence.FindAsync(asked.Id, "o.li", Cancellation));
        Assert.Equal(2, await Evidence.TrimAsync(Start.AddYears(1), Cancellation));
        Assert.NotNull(await Evidence.FindAsync(shown.Id, null, Cancellation));
    }

    [Fact]
    public async Task A_photo_that_went_is_uploaded_anew()
    {
        var photo = Photo.Of(1);
        await photo.UploadAsync(Evidence, "o.li", Start, Cancellation);
        await Evidence.TrimAsync(Start.AddDays(1), Cancellation);

        Assert.Equal(EvidenceOpening.Send, await photo.UploadAsync(Evidence, "o.li", Start.AddDays(2), Cancellation));

        Assert.Equal(photo.Piece, await Evidence.FindAsync(photo.Id, "o.li", Cancellation));
    }

    [Fact]
    public async Task One_user_has_a_hundred_unused_photos_at_most()
    {
        for (var number = 0; number < EvidencePiece.MaxUnused; number++)
        {
            await Evidence.BeginAsync(Photo.Of(number).Piece, "o.li", Start, Cancellation);
        }

        var (one, more) = (Photo.Of(0), Photo.Of(EvidencePiece.MaxUnused));
        Assert.Equal(EvidenceOpening.TooMany, await Evidence.BeginAsync(more.Piece, "o.li", Start, Cancellation));
        Assert.Equal(EvidenceOpening.Send, await Evidence.BeginAsync(more.Piece, "o.zhang", Start, Cancellation));
        Assert.Equal(EvidenceOpening.Send, await one.UploadAsync(Evidence, "o.li", Start, Cancellation));

        await Evidence.ClaimAsync([one.Id], Scope.Case("a"), "o.li", Start, Cancellation);
        Assert.Equal(EvidenceOpening.Send, await Evidence.BeginAsync(more.Piece, "o.li", Start, Cancellation));
    }

    [Theory]
    [InlineData("delete from evidence", "evidence-missing")]
    [InlineData("update evidence set whole = 0", "evidence-missing")]
    [InlineData("delete from evidence_parts where part = 1", "evidence-damaged")]
    [InlineData("update evidence_parts set content = (select other.content from evidence_parts other where other.part = 0) where part = 1", "evidence-damaged")]
    public async Task An_audit_finds_photos_that_cases_show_and_that_are_gone_or_not_what_they_were(string damage, string code)
    {
        var photo = Photo.Of(1, EvidencePiece.PartBytes + 1);
        await photo.UploadAsync(Evidence, "g.li", Start, Cancellation);
        var report = Report("a");
        await Store.CommitAsync(
            report with { Events = [.. report.Events, Event("EvidenceAttached", Start, $$"""{"items":[{"id":"{{photo.Id}}","type":"image/jpeg"}]}""")] },
            Cancellation);
        Assert.DoesNotContain((await AuditAsync()).Findings, finding => finding.Code.StartsWith("evidence", StringComparison.Ordinal));

        await Site.ExecuteAsync(damage, Cancellation);

        Assert.Contains(code, (await AuditAsync()).Findings.Select(finding => finding.Code));
    }
}
