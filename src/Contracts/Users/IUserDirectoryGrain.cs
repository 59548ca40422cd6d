namespace Dispatch.Contracts;

/// <summary>Users of the store, so that a hub never needs the database: a stateless worker with key 0.</summary>
[Alias("user-directory-grain")]
public interface IUserDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>A user by name (upper and lower case are one); null when there is none.</summary>
    [Alias("find")]
    Task<UserRecord?> Find(string userName);

    /// <summary>Every user that may sign in, by name; at most 500.</summary>
    [Alias("list")]
    Task<IReadOnlyList<UserRecord>> List();

    /// <summary>Who handles cases in a street, community or grid: enabled users whose area lies in it, by name; at most 500 users are looked through.</summary>
    [Alias("handling")]
    Task<IReadOnlyList<StaffMember>> Handling(Scope scope);

    /// <summary>Adds a user or replaces one.</summary>
    [Alias("save")]
    Task Save(UserRecord user);

    /// <summary>The key that signs tokens: made once and kept in the store, 32 bytes.</summary>
    [Alias("signing-key")]
    Task<byte[]> SigningKey();

    /// <summary>
    /// The id of the case that an actor's report under an idempotency key opens: an HMAC under a secret of the store, 22 characters of
    /// base64url. The same actor and key always name the same case, also after a crash, and nobody else can guess it.
    /// </summary>
    [Alias("case-id-for")]
    Task<string> CaseIdFor(string actorId, string key);
}

/// <summary>Somebody who handles cases, without what signs them in.</summary>
/// <param name="UserName">As in <see cref="UserRecord"/>.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where.</param>
[GenerateSerializer, Immutable, Alias("staff-member")]
public sealed record StaffMember([property: Id(0)] string UserName, [property: Id(1)] string DisplayName, [property: Id(2)] Role Role, [property: Id(3)] Scope Area);

/// <summary>A user as stored.</summary>
[GenerateSerializer, Immutable, Alias("user")]
public sealed record UserRecord
{
    /// <summary>3 to 64 ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</summary>
    [Id(0)] public required string UserName { get; init; }

    /// <summary>How people call them.</summary>
    [Id(1)] public required string DisplayName { get; init; }

    /// <summary>What they may do.</summary>
    [Id(2)] public required Role Role { get; init; }

    /// <summary>Where.</summary>
    [Id(3)] public Scope? Area { get; init; }

    /// <summary>As ASP.NET Core's <c>PasswordHasher</c> writes it; null can only be used in demo mode.</summary>
    [Id(4)] public string? PasswordHash { get; init; }

    /// <summary>False cannot sign in, and running connections close.</summary>
    [Id(5)] public bool Enabled { get; init; } = true;

    /// <summary>Changes with password, role, area and enabled; tokens of an older stamp are refused.</summary>
    [Id(6)] public required string Stamp { get; init; }

    /// <summary>One of the sample's demo sign-ins.</summary>
    [Id(7)] public bool Demo { get; init; }
}
