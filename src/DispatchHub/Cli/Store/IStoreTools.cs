using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Store;

/// <summary>What the verbs ask of a store, whichever engine it is. Each call opens the store that the settings name.</summary>
/// <remarks>Whatever an operator must mend is a <see cref="ToolFaultException"/>.</remarks>
public interface IStoreTools
{
    /// <summary>Checks a store from the outside.</summary>
    Task<StoreCheck> VerifyAsync(IConfiguration settings, CancellationToken cancellation);

    /// <summary>Copies an embedded store into a folder, beside a running hub.</summary>
    Task BackupAsync(IConfiguration settings, string folder, CancellationToken cancellation);

    /// <summary>Puts a backup in the place of a store that nobody uses.</summary>
    Task RestoreAsync(IConfiguration settings, string folder, CancellationToken cancellation);

    /// <summary>Brings the tables to this program's shape; answers what was applied.</summary>
    Task<IReadOnlyList<string>> MigrateAsync(IConfiguration settings, CancellationToken cancellation);

    /// <summary>Adds a user; a name that is taken is a fault.</summary>
    Task AddUserAsync(IConfiguration settings, NewUser user, CancellationToken cancellation);

    /// <summary>Ends a user's sign-ins and connections; an unknown name is a fault.</summary>
    Task DisableUserAsync(IConfiguration settings, string userName, CancellationToken cancellation);

    /// <summary>Gives a user another password and ends what was signed in with the old one; an unknown name is a fault.</summary>
    Task SetPasswordAsync(IConfiguration settings, string userName, string password, CancellationToken cancellation);
}

/// <summary>What a check of a store found. The object that <c>verify --json</c> prints.</summary>
/// <param name="Owners">Cases, grids and communities read.</param>
/// <param name="Events">Events read.</param>
/// <param name="Fired">Marks that fired.</param>
/// <param name="Missed">Those of them at 100 per cent.</param>
/// <param name="Excused">Those of the missed that a command which was given in time has answered since.</param>
/// <param name="Doubled">Marks that fired twice.</param>
/// <param name="Lost">Running clocks that nothing would fire.</param>
/// <param name="OpenCases">Open cases by what keeps them moving.</param>
/// <param name="Found">How much is not as it must be.</param>
/// <param name="Findings">The first of it.</param>
public sealed record StoreCheck(
    long Owners, long Events, long Fired, long Missed, long Excused, long Doubled, long Lost, OpenCases OpenCases, long Found, IReadOnlyList<VerifyFinding> Findings);

/// <summary>Something that is not as it must be.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Owner">What it concerns.</param>
/// <param name="Detail">A sentence.</param>
public sealed record VerifyFinding(string Code, string Owner, string Detail);

/// <summary>A user to add.</summary>
/// <param name="UserName">3 to 64 ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where; null for an administrator or citizen.</param>
/// <param name="Password">8 to 256 characters.</param>
public sealed record NewUser(string UserName, string DisplayName, Role Role, Scope? Area, string Password);
