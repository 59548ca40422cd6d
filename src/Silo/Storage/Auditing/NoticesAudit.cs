using System.Data.Common;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>Checks that nobody is still to be told of a case that has ended. What another system is told may be just that it ended.</summary>
internal sealed class NoticesAudit(DbConnection connection, AuditReport report)
{
    public async Task RunAsync()
    {
        var open = await connection.RowsAsync(
            $"""
            select n.owner, count(*) from notices n join owners o on o.id = n.owner
            where n.gone_at is null and o.open = 0 and o.id like 'case:%' and n.receiver not like '{NoticeReceiver.SystemKind}:%'
            group by n.owner order by n.owner limit {AuditReport.FindingsKept}
            """,
            new { },
            reader => (Owner: reader.GetString(0), Count: reader.GetInt64(1))).ConfigureAwait(false);
        foreach (var (owner, count) in open)
        {
            report.Add("notice-of-closed", owner, $"It has ended, and {count} notices of it are still open.");
        }
    }
}
