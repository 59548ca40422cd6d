using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Sessions;

/// <summary>Checks a name and a password. Whoever asks cannot tell an unknown name from a wrong password, by answer or by time.</summary>
public sealed class SignIn(IGrainFactory grains, IPasswordHasher<UserRecord> hasher, IOptions<DemoOptions> demo)
{
    /// <summary>The longest password that is looked at.</summary>
    public const int MaxPasswordLength = 256;

    private static readonly UserRecord Nobody = new() { UserName = "nobody", DisplayName = "", Role = Role.Citizen, Stamp = "", Enabled = false };

    private readonly string _nobodysHash = hasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The user, or null.</summary>
    public async Task<UserRecord?> CheckAsync(string userName, string password)
    {
        var user = SafeId.Is(userName) ? await grains.Users().Find(userName) : null;
        // One hash is always computed, whoever it is.
        var hashed = hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? _nobodysHash, password) is not PasswordVerificationResult.Failed;
        var matches = user is { PasswordHash: null } ? IsDemo(user, password) : hashed;
        return user is { Enabled: true } && matches ? user : null;
    }

    private bool IsDemo(UserRecord user, string password) =>
        demo.Value.Enabled is true && user.Demo
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(DemoOptions.Password));
}
